metadata description = 'The panels of the workbook. A test compares their metrics with those of the code.'

// A row of a metric is what one instance measured in a minute: Sum, ItemCount, Min and Max. Single values are not kept,
// so percentiles are those of the averages of minutes, weighted by their number of values.
@export()
@description('Title, chart and query of each panel. The workbook replaces {TimeRange:grain} in a query, the module {poisonQueues}.')
var panels = [
  {
    title: 'From upload to live, seconds (runbook: slow-publishing)'
    chart: 'timechart'
    query: '''
      AppMetrics
      | where Name == "lysekil.upload_to_live" and ItemCount > 0
      | extend Average = Sum / ItemCount
      | summarize p50 = percentilew(Average, ItemCount, 50), p95 = percentilew(Average, ItemCount, 95), slowest = max(Max)
          by bin(TimeGenerated, {TimeRange:grain})
      '''
  }
  {
    title: 'Publishes, by what they changed'
    chart: 'barchart'
    query: '''
      AppMetrics
      | where Name == "lysekil.publishes"
      | summarize Publishes = sum(Sum) by bin(TimeGenerated, {TimeRange:grain}), Change = tostring(Properties.change)
      '''
  }
  {
    title: 'Refused sources (the desk names the file and the reason)'
    chart: 'barchart'
    query: '''
      AppMetrics
      | where Name == "lysekil.publishes" and tostring(Properties.change) == "refused"
      | summarize Refused = sum(Sum) by bin(TimeGenerated, {TimeRange:grain})
      '''
  }
  {
    title: 'Refreshes, by outcome (unchanged ones are not written)'
    chart: 'barchart'
    query: '''
      AppMetrics
      | where Name == "lysekil.refreshes"
      | summarize Pages = sum(Sum) by bin(TimeGenerated, {TimeRange:grain}), Outcome = tostring(Properties.outcome)
      '''
  }
  {
    title: 'Texts that were parsed (more than publishes: other instances rendered them)'
    chart: 'barchart'
    query: '''
      AppMetrics
      | where Name == "lysekil.parses"
      | summarize Texts = sum(Sum) by bin(TimeGenerated, {TimeRange:grain})
      '''
  }
  {
    title: 'How long pages were stale, seconds'
    chart: 'timechart'
    query: '''
      AppMetrics
      | where Name == "lysekil.stale_time" and ItemCount > 0
      | summarize average = sum(Sum) / sum(ItemCount), longest = max(Max) by bin(TimeGenerated, {TimeRange:grain})
      '''
  }
  {
    title: 'Longest wait in a queue, seconds'
    chart: 'timechart'
    query: '''
      AppMetrics
      | where Name == "lysekil.queue.wait"
      | summarize Wait = max(Max) by bin(TimeGenerated, {TimeRange:grain}), Queue = tostring(Properties.queue)
      '''
  }
  {
    title: 'Reconciles, by how they ended (runbooks: failed-reconcile, no-reconcile)'
    chart: 'barchart'
    query: '''
      AppMetrics
      | where Name == "lysekil.reconciles"
      | summarize Runs = sum(Sum) by bin(TimeGenerated, {TimeRange:grain}),
          Run = strcat(tostring(Properties.what), " ", tostring(Properties.outcome))
      '''
  }
  {
    title: 'Drift that reconciles found, by what differed (runbook: drift)'
    chart: 'barchart'
    query: '''
      AppMetrics
      | where Name == "lysekil.reconcile.drift"
      | summarize Found = sum(Sum) by bin(TimeGenerated, {TimeRange:grain}), What = tostring(Properties.what)
      '''
  }
  {
    title: 'Work that failed at the last attempt, by kind (runbook: poison-message)'
    chart: 'barchart'
    query: '''
      AppMetrics
      | where Name == "lysekil.given_up"
      | summarize Work = sum(Sum) by bin(TimeGenerated, {TimeRange:grain}), What = tostring(Properties.what)
      '''
  }
  {
    title: 'Messages put into the poison queues'
    chart: 'barchart'
    query: '''
      StorageQueueLogs
      | where OperationName == "PutMessage" and StatusText == "Success"
      | extend Queue = tostring(split(parse_url(Uri).Path, "/")[1])
      | where Queue in ({poisonQueues})
      | summarize Messages = count() by bin(TimeGenerated, {TimeRange:grain}), Queue
      '''
  }
  {
    title: 'Messages that reconciles took from the poison queues'
    chart: 'barchart'
    query: '''
      AppMetrics
      | where Name == "lysekil.poison.drained"
      | summarize Messages = sum(Sum) by bin(TimeGenerated, {TimeRange:grain})
      '''
  }
  {
    title: 'Failed storage calls (without 404, 409 and 412, which tell of a missing item or a lost race)'
    chart: 'table'
    query: '''
      AppDependencies
      | where Success == false and Target has_any (".blob.", ".queue.", ".table.")
      | where ResultCode !in ("304", "404", "409", "412")
      | summarize Calls = count(), Latest = max(TimeGenerated) by Target, ResultCode, Name
      | top 20 by Calls
      '''
  }
  {
    title: 'Duration of the work, milliseconds'
    chart: 'table'
    query: '''
      union AppRequests, AppDependencies
      | where Name in ("publish", "refresh", "rebuild", "reconcile sources", "reconcile pages")
      | summarize Runs = count(), Failed = countif(Success == false), p50 = percentile(DurationMs, 50),
          p95 = percentile(DurationMs, 95), slowest = max(DurationMs) by Name
      | order by Name asc
      '''
  }
  {
    title: 'Faults, most frequent first'
    chart: 'table'
    query: '''
      AppExceptions
      | summarize Times = count(), Latest = max(TimeGenerated), OperationId = take_any(OperationId)
          by ProblemId, OuterMessage
      | top 20 by Times
      '''
  }
]

using System.Globalization;
using Lysekil.Convergence;
using Lysekil.Convergence.Defects;

// Usage: COUNT [--from SEED] [--defect NAME]     checks COUNT histories on all cores
//        --replay SEED [--defect NAME]           prints one history, step by step, and its result
//        --defects COUNT                         tells which of COUNT histories shows each defect first
int? Number(string name) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;

var defect = Text("--defect") is { } wanted ? DefectList.All.Concat(DefectList.Masked).Single(d => d.Name == wanted)
    : null;
if (Number("--replay") is { } replay)
{
    var result = HistoryResult.Check(replay, defect, Console.WriteLine);
    Console.WriteLine(result);
    return result.Divergence is null ? 0 : 1;
}

if (Number("--defects") is { } tries)
{
    foreach (var each in defect is null ? DefectList.All : [defect])
    {
        var shown = new HistoryBatch(1, tries, each).Check();
        var first = shown.FirstOrDefault()?.ToString().ReplaceLineEndings(" ");
        Console.WriteLine($"{each.Name}: {shown.Count} of {tries}, first {first}");
    }

    return 0;
}

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
var batch = new HistoryBatch(Number("--from") ?? HistoryBatch.FreshSeed(), count, defect);
var begun = TimeProvider.System.GetTimestamp();
var diverged = batch.Check(
    (done, bad, time) => Console.WriteLine($"{done} of {count}, {bad} diverged, {time.TotalSeconds:0} s"),
    result => Console.WriteLine($"{result}\n"));
Console.WriteLine(
    $"{count} histories from seed {batch.From}: {diverged.Count} diverged, "
    + $"{TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0.0} s");
return diverged.Count == 0 ? 0 : 1;

using System.Globalization;
using Lysekil.Convergence;
using Lysekil.Convergence.Defects;

// Usage: COUNT [--from SEED] [--defect NAME]     checks COUNT histories on all cores
//        --replay SEED [--defect NAME]           prints one history, step by step, and its result
//        either with --deployments               a later engine runs beside today's for a while
//        --defects COUNT [--defect NAME]         prints each defect with the first of COUNT seeds that reveals it
int? Number(string name) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;

var defect = Text("--defect") is { } wanted ? DefectList.All.Concat(DefectList.Masked).Single(d => d.Name == wanted)
    : null;
var areDeployments = args.Contains("--deployments");
if (Number("--replay") is { } replay)
{
    var result = areDeployments
        ? HistoryResult.CheckDeployment(replay, Console.WriteLine)
        : HistoryResult.Check(replay, defect, Console.WriteLine);
    Console.WriteLine(result);
    return result.Divergence is null ? 0 : 1;
}

if (Number("--defects") is { } tries)
{
    foreach (var each in defect is null ? DefectList.All : [defect])
    {
        var first = Enumerable.Range(1, tries)
            .Select(seed => HistoryResult.Check(seed, each))
            .FirstOrDefault(result => result.Divergence is not null);
        Console.WriteLine($"{each.Name}: {first?.ToString().Split('\n')[0] ?? "no seed"}");
    }

    return 0;
}

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
var batch = new HistoryBatch(Number("--from") ?? HistoryBatch.FreshSeed(), count, defect)
{
    AreDeployments = areDeployments,
};
var begun = TimeProvider.System.GetTimestamp();
var diverged = batch.Check(
    (done, bad, time) => Console.WriteLine($"{done} of {count}, {bad} diverged, {time.TotalSeconds:0} s"),
    result => Console.WriteLine($"{result}\n"));
Console.WriteLine(
    $"{count} histories from seed {batch.From}: {diverged.Count} diverged, "
    + $"{TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0.0} s");
return diverged.Count == 0 ? 0 : 1;

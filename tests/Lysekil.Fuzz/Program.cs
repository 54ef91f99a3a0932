using System.Globalization;
using Lysekil.Fuzz;

// Usage: KIND COUNT [--from SEED]     reads COUNT mutated files in child processes; fails if one was not read
//        KIND --save SEED FILE        writes the file of one seed, to look at
//        KIND --child FROM COUNT      the child process: reads the files of COUNT seeds
// KIND is pictures, texts or word.
int Number(int at) => int.Parse(args[at], CultureInfo.InvariantCulture);
var target = FuzzTarget.All.Single(t => t.Name == args[0]);
switch (args[1])
{
    case "--child":
        Reader.Run(target, Number(2), Number(3));
        return 0;
    case "--save":
        File.WriteAllBytes(args[3], target.FileOf(Number(2)));
        return 0;
    default:
        var from = Array.IndexOf(args, "--from") is > 0 and var at ? Number(at + 1) : 1;
        var report = await Supervisor.RunAsync(target, from, Number(1), Console.WriteLine);
        Console.WriteLine(report);
        return report.Failures.Count == 0 ? 0 : 1;
}

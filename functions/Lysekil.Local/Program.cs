using Lysekil.Local.Azurite;

// The runner is still to come; this much starts the storage that it will stand on, until a key is pressed.
var installation = await AzuriteInstallation.EnsureAsync(
    AzuriteInstallation.DefaultFolder, Console.WriteLine, CancellationToken.None);
await using var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), CancellationToken.None);
Console.WriteLine($"Azurite ({azurite.Id}): {azurite.ConnectionString}");
Console.ReadLine();

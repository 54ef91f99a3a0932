namespace Lysekil.Simulation;

/// <summary>A site with an engine on some storage, as a test sees it: what editors do, and what comes of it.</summary>
public interface ISiteUnderTest
{
    /// <summary>An editor uploads a file, and its event arrives.</summary>
    Task UploadAsync(string path, string text);

    /// <summary>An editor deletes a file, and its event arrives.</summary>
    Task DeleteAsync(string path);

    /// <summary>Handles messages until there are none.</summary>
    Task SettleAsync();

    /// <summary>Time goes by, and what is due by then is published.</summary>
    Task WaitAsync(TimeSpan time);

    /// <summary>Each page of the site by blob name: its ETag and its text.</summary>
    Task<IReadOnlyDictionary<string, (string ETag, string Text)>> PagesAsync();

    /// <summary>A source's index tags.</summary>
    Task<IReadOnlyDictionary<string, string>> TagsAsync(string path);
}

using System.Text;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;

namespace Lysekil.Desk.Tests.Site;

/// <summary>Tests of the form of the site's settings, over a file that is there.</summary>
/// <param name="file">The file.</param>
public abstract class SettingsFormTests(string file) : IAsyncLifetime
{
    protected const string Page = "/desk/installningar";
    protected const string Name = "site.yaml";
    protected const string Anna = "anna@lysekil.example";

    private DeskSite? _site;

    private protected DeskSite Desk => _site!;

    /// <summary>The file as it is stored.</summary>
    protected string Stored => Encoding.UTF8.GetString(Desk.Site.Storage.Content.Find(Name)!.Content.Span);

    public async Task InitializeAsync()
    {
        _site = await DeskSite.StartAsync();
        await _site.UploadAsync(Name, file);
    }

    public async Task DisposeAsync() => await Desk.DisposeAsync();

    /// <summary>The fields of the form, as a publisher opens it.</summary>
    private protected async Task<Dictionary<string, string>> OpenAsync(string account = Anna) =>
        EditorForm.FieldsOf(await Desk.As(DeskRole.Publisher, account).PageAsync(Page));

    private protected Task<DeskAnswer> SaveAsync(Dictionary<string, string> fields, string account = Anna) =>
        Desk.As(DeskRole.Publisher, account).PostAsync(Page, fields);
}

using System.Globalization;
using System.Net;
using System.Text;
using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.Writing;

/// <summary>Two editors who save the same article, each in steps that the other's steps fall between.</summary>
internal sealed class TwoEditors(DeskSite site, Random random)
{
    private const string Page = "/desk/skriv/" + Some.Path;
    private const int SavesEach = 2;

    /// <summary>The texts that the desk said were saved, in their order.</summary>
    public List<string> Saved { get; } = [];

    public int Conflicts { get; private set; }

    public async Task<TwoEditors> RunAsync()
    {
        await site.UploadAsync(Some.Path, Some.Article());
        List<IAsyncEnumerator<int>> editors =
        [
            WriteAsync("anna@lysekil.example").GetAsyncEnumerator(),
            WriteAsync("bo@lysekil.example").GetAsyncEnumerator(),
        ];
        while (editors.Count > 0)
        {
            var next = editors[random.Next(editors.Count)];
            if (!await next.MoveNextAsync())
            {
                editors.Remove(next);
                await next.DisposeAsync();
            }
        }

        return this;
    }

    /// <summary>Opens the article and saves it, again and again; another editor may act at each step.</summary>
    private async IAsyncEnumerable<int> WriteAsync(string account)
    {
        var browser = site.As(DeskRole.Publisher, account);
        for (var made = 0; made < SavesEach;)
        {
            var fields = EditorForm.FieldsOf(await browser.PageAsync(Page));
            yield return made;
            var words = random.Next().ToString(CultureInfo.InvariantCulture);
            fields["text"] += $"\r\n\r\n{account} {words}";
            for (var isSaved = false; !isSaved;)
            {
                var answer = await browser.PostAsync(Page, fields);
                isSaved = answer.Status == HttpStatusCode.Found;
                if (isSaved)
                {
                    Saved.Add(Encoding.UTF8.GetString(site.Site.Storage.Content.Find(Some.Path)!.Content.Span));
                    Assert.Contains(words, Saved[^1], StringComparison.Ordinal);
                }
                else
                {
                    Assert.Equal(HttpStatusCode.Conflict, answer.Status);
                    Conflicts++;
                    fields = EditorForm.FieldsOf(answer.Page);
                    Assert.Contains(words, fields["text"], StringComparison.Ordinal);
                }

                yield return made;
            }

            made++;
        }
    }
}

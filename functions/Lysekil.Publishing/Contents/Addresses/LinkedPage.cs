using System.Globalization;
using System.Text.Json;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>A page of the site to which a text links.</summary>
/// <param name="Page">The page.</param>
/// <param name="Fragment">The name of the part to which the link leads; empty: to the whole page.</param>
/// <param name="State">What is there.</param>
public sealed record LinkedPage(PageKey Page, string Fragment, LinkState State)
{
    /// <summary>The most characters that <see cref="Write"/> adds to an address, with quotes around it.</summary>
    private const int WrittenWithAddress = 55;

    /// <summary>The most of a text's links that are kept in step.</summary>
    private const int Most = 60;

    /// <summary>Half of what a column of the index holds: an outbox entry names the pages of two versions.</summary>
    private const int MostCharacters = 14_000;

    /// <summary>When the page opens; <c>null</c> unless it is <see cref="LinkState.Scheduled"/>.</summary>
    public DateTimeOffset? Opens { get; init; }

    /// <summary>
    /// Those of a text's links that are kept in step: the first ones, as far as the index has room for them.
    /// </summary>
    public static IEnumerable<LinkedPage> Kept(IEnumerable<LinkedPage> linked)
    {
        var characters = 0;
        return linked.Take(Most).TakeWhile(l => (characters += LengthOf(l)) <= MostCharacters);

        static int LengthOf(LinkedPage link) =>
            JsonEncodedText.Encode(link.Page.Value).EncodedUtf8Bytes.Length
                + JsonEncodedText.Encode(link.Fragment).EncodedUtf8Bytes.Length
                + WrittenWithAddress;
    }

    /// <summary>The link to a page that is not there.</summary>
    /// <param name="opens">When an article goes live there; <c>null</c> if none is scheduled.</param>
    public LinkedPage NotThere(DateTimeOffset? opens) =>
        this with { State = opens is null ? LinkState.NoPage : LinkState.Scheduled, Opens = opens };

    /// <summary>Writes the fragment last, since it may contain anything.</summary>
    internal string Write() => $"{State}{OpensText()}\n{Page.Value}\n{Fragment}";

    internal static LinkedPage Read(string text) =>
        text.Split('\n', 3) is [var state, var page, var fragment] && PageKey.Parse(page) is { } key
            ? Read(state.Split(' ', 2), new LinkedPage(key, fragment, LinkState.Found))
            : throw new InvalidDataException($"The index holds a link that leads to no page: {text}");

    private static LinkedPage Read(string[] state, LinkedPage link) => link with
    {
        State = Enum.Parse<LinkState>(state[0]),
        Opens = state.Length > 1 ? DateTimeOffset.ParseExact(state[1], "O", CultureInfo.InvariantCulture) : null,
    };

    private string OpensText() => Opens is { } opens ? " " + opens.ToString("O", CultureInfo.InvariantCulture) : "";
}

public enum LinkState
{
    /// <summary>The page is there, and has the part that the link names.</summary>
    Found,

    /// <summary>No page is there.</summary>
    NoPage,

    /// <summary>The page is there, and has no part of that name.</summary>
    NoAnchor,

    /// <summary>No page is there yet: an article is scheduled to go live there.</summary>
    Scheduled,

    /// <summary>The site's settings lead from there to another page.</summary>
    Redirected,
}

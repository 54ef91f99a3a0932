namespace Lysekil.Publishing.Contents.Values;

/// <summary>A person who signs articles: a name for readers, and a slug that identifies the person's page.</summary>
public sealed record Author
{
    private Author(string name, Slug slug) => (Name, Slug) = (name, slug);

    public string Name { get; }

    public Slug Slug { get; }

    /// <summary>Makes an author: "Eva Ek" is at <c>/av/eva-ek/</c>. <c>null</c> if the name gives no slug.</summary>
    public static Author? From(string name)
    {
        var words = OneLine.Of(name);
        return Slug.From(words) is { } slug ? new Author(words, slug) : null;
    }

    public override string ToString() => Name;
}

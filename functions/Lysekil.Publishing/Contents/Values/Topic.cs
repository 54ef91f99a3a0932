namespace Lysekil.Publishing.Contents.Values;

/// <summary>An article's topic: a name for readers, and a slug that identifies it.</summary>
public sealed record Topic
{
    private Topic(string name, Slug slug)
    {
        Name = name;
        Slug = slug;
    }

    public string Name { get; }

    public Slug Slug { get; }

    /// <summary>
    /// Makes a topic: "  Skola " is Skola at <c>/amnen/skola/</c>. <c>null</c> if the name gives no slug.
    /// </summary>
    public static Topic? From(string name)
    {
        var words = OneLine.Of(name);
        return words.Length <= Slug.MostCharacters && Slug.From(words) is { } slug ? new Topic(words, slug) : null;
    }

    public override string ToString() => Name;
}

namespace Lysekil.Publishing.Contents.Values;

/// <summary>What an article is about: a name to read, and the slug that tells one topic from another.</summary>
public sealed record Topic
{
    private Topic(string name, Slug slug)
    {
        Name = name;
        Slug = slug;
    }

    public string Name { get; }

    public Slug Slug { get; }

    /// <summary>"  Skola " is the topic Skola at <c>/amnen/skola/</c>. <c>null</c> where the name gives no slug.</summary>
    public static Topic? From(string name)
    {
        var words = OneLine.Of(name);
        return words.Length <= Slug.MostCharacters && Slug.From(words) is { } slug ? new Topic(words, slug) : null;
    }

    public override string ToString() => Name;
}

using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Values;

public class TopicTests
{
    [Theory]
    [InlineData("  Skola ", "Skola", "skola")]
    [InlineData("Vård \t och\nomsorg", "Vård och omsorg", "vard-och-omsorg")]
    public void A_name_gives_a_topic_and_its_slug(string text, string name, string slug)
    {
        var topic = Topic.From(text)!;

        Assert.Equal((name, slug), (topic.Name, topic.Slug.Value));
    }

    [Theory]
    [InlineData("🌊")]
    [InlineData("")]
    public void A_name_without_letters_gives_none(string text) => Assert.Null(Topic.From(text));

    [Fact]
    public void A_sentence_is_no_topic() => Assert.Null(Topic.From(new string('a', Slug.MostCharacters + 1)));
}

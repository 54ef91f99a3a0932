using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Values;

public class TopicTests
{
    [Theory]
    [InlineData("  Skola ", "Skola", "skola")]
    [InlineData("Vård \t och\nomsorg", "Vård och omsorg", "vard-och-omsorg")]
    [InlineData("C#", "C#", "c-sharp")]
    [InlineData("C++", "C++", "c-plus-plus")]
    [InlineData("C", "C", "c")]
    [InlineData("Vård + omsorg", "Vård + omsorg", "vard-omsorg")]
    [InlineData("#metoo", "#metoo", "metoo")]
    public void A_name_gives_a_topic_and_its_slug(string text, string name, string slug)
    {
        var topic = Topic.From(text)!;

        Assert.Equal((name, slug), (topic.Name, topic.Slug.Value));
    }

    [Theory]
    [InlineData("🌊")]
    [InlineData("")]
    public void A_name_without_letters_gives_none(string text) => Assert.Null(Topic.From(text));

    [Theory]
    [InlineData("Län", "Lån", false)]
    [InlineData("Län", "lan", false)]
    [InlineData("hamnen", "Hamnen", true)]
    [InlineData("Vård & omsorg", "vård, omsorg", true)]
    [InlineData("La\u0308n", "Län", true)]
    public void Names_are_the_same_word_if_their_letters_are(string one, string other, bool areSame) =>
        Assert.Equal(areSame, Topic.From(one)!.IsSameWordAs(Topic.From(other)!));

    [Fact]
    public void A_sentence_is_no_topic() => Assert.Null(Topic.From(new string('a', Slug.MostCharacters + 1)));
}

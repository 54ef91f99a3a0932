using Fluid;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// How many characters the templates of one page may still make, in what they output and in each value on the way.
/// </summary>
internal sealed class TemplateBudget
{
    /// <summary>A hundred times as many as the largest pages take.</summary>
    public const int MostCharacters = 20_000_000;

    private const string Key = "budget";

    private long _left = MostCharacters;

    /// <summary>The budget of the page that is rendered in a context.</summary>
    public static TemplateBudget Of(TemplateContext context)
    {
        if (context.AmbientValues.TryGetValue(Key, out var budget))
        {
            return (TemplateBudget)budget;
        }

        var whole = new TemplateBudget();
        context.AmbientValues[Key] = whole;
        return whole;
    }

    /// <exception cref="TemplateTooLargeException">More characters are needed than there are left.</exception>
    public void Demand(long characters)
    {
        if (characters > _left)
        {
            throw new TemplateTooLargeException();
        }
    }

    /// <exception cref="TemplateTooLargeException">More characters were made than there were left.</exception>
    public void Take(long characters)
    {
        Demand(characters);
        _left -= characters;
    }
}

/// <summary>A template makes more than <see cref="TemplateBudget.MostCharacters"/>.</summary>
internal sealed class TemplateTooLargeException : Exception;

using System.Text;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>Takes each character that passes from a budget.</summary>
internal sealed class CountingWriter(TextWriter writer, TemplateBudget budget) : TextWriter(writer.FormatProvider)
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value)
    {
        budget.Take(1);
        writer.Write(value);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        budget.Take(buffer.Length);
        writer.Write(buffer);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override Task WriteAsync(char value)
    {
        budget.Take(1);
        return writer.WriteAsync(value);
    }

    public override Task WriteAsync(string? value)
    {
        budget.Take(value?.Length ?? 0);
        return writer.WriteAsync(value);
    }

    public override Task WriteAsync(char[] buffer, int index, int count) =>
        WriteAsync(buffer.AsMemory(index, count), CancellationToken.None);

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        budget.Take(buffer.Length);
        return writer.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync() => writer.FlushAsync();
}

using System.Text;

namespace Lysekil.Convergence.Histories;

/// <summary>A step from outside the engine: an upload or deletion by an editor, or time that passes.</summary>
public abstract record EditorStep
{
    public sealed record Upload(string Path, ReadOnlyMemory<byte> Content) : EditorStep
    {
        public override string ToString() => $"upload {Path}\n    | " + Encoding.UTF8.GetString(Content.Span).TrimEnd()
            .Replace("\n", "\n    | ", StringComparison.Ordinal);
    }

    public sealed record Delete(string Path) : EditorStep
    {
        public override string ToString() => $"delete {Path}";
    }

    public sealed record Wait(TimeSpan Time) : EditorStep
    {
        public override string ToString() => $"wait {Time}";
    }
}

using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>The work that a message asks for.</summary>
public abstract record WorkItem
{
    private WorkItem() { }

    /// <summary>The key of its failure's row.</summary>
    internal abstract string FailureKey { get; }

    /// <summary>The kind of work for metrics: <c>source</c>, <c>page</c> or <c>rebuild</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The work for logs: a source's path, or a page's address.</summary>
    public abstract override string ToString();

    /// <summary>Publish a source.</summary>
    public sealed record Publishing(SourcePath Source) : WorkItem
    {
        internal override string FailureKey => IndexKeys.Failures + "source:" + IndexKeys.Encode(Source.Value);

        public override string Kind => "source";

        public override string ToString() => Source.ToString();
    }

    /// <summary>Refresh a page.</summary>
    public sealed record Refreshing(PageKey Page) : WorkItem
    {
        internal override string FailureKey => IndexKeys.Failures + "page:" + IndexKeys.Encode(Page.Value);

        public override string Kind => "page";

        public override string ToString() => Page.Url;
    }

    /// <summary>Do the next slice of a rebuild or a sweep.</summary>
    public sealed record Rebuilding : WorkItem
    {
        internal override string FailureKey => IndexKeys.Failures + "rebuild";

        public override string Kind => "rebuild";

        public override string ToString() => "rebuild";
    }
}

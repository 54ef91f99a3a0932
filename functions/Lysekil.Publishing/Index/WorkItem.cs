using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>What a message asks for.</summary>
public abstract record WorkItem
{
    private WorkItem() { }

    /// <summary>The row that tells that it failed.</summary>
    internal abstract string FailureKey { get; }

    /// <summary>What is to be done, in a word: <c>source</c>, <c>page</c> or <c>rebuild</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>For people: a source's path, or a page's.</summary>
    public abstract override string ToString();

    /// <summary>To publish a source.</summary>
    public sealed record Publishing(SourcePath Source) : WorkItem
    {
        internal override string FailureKey => IndexKeys.Failures + "source:" + IndexKeys.Encode(Source.Value);

        public override string Kind => "source";

        public override string ToString() => Source.ToString();
    }

    /// <summary>To refresh a page.</summary>
    public sealed record Refreshing(PageKey Page) : WorkItem
    {
        internal override string FailureKey => IndexKeys.Failures + "page:" + IndexKeys.Encode(Page.Value);

        public override string Kind => "page";

        public override string ToString() => Page.IsDesk ? Page.Value : Page.Url;
    }

    /// <summary>To go on with a rebuild or a sweep.</summary>
    public sealed record Rebuilding : WorkItem
    {
        internal override string FailureKey => IndexKeys.Failures + "rebuild";

        public override string Kind => "rebuild";

        public override string ToString() => "rebuild";
    }
}

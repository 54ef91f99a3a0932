using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Keeps a template's ranges, <c>(1..n)</c>, short: Fluid lays a range out in memory before its first step, so that the
/// limit on steps comes too late.
/// </summary>
internal sealed class BoundedRanges : AstRewriter
{
    public const int MostNumbers = 10_000;

    /// <summary>The template with each of its ranges bounded.</summary>
    public static IFluidTemplate Of(IFluidTemplate template) => new BoundedRanges().VisitTemplate(template);

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) => new Bounded(rangeExpression);

    private sealed class Bounded(RangeExpression range) : Expression
    {
        public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
        {
            var from = (await range.From.EvaluateAsync(context)).ToNumberValue();
            var to = (await range.To.EvaluateAsync(context)).ToNumberValue();
            return to - from < MostNumbers
                ? await range.EvaluateAsync(context)
                : throw new InvalidOperationException($"A range of more than {MostNumbers} numbers.");
        }

        protected override Expression Accept(AstVisitor visitor) => this;
    }
}

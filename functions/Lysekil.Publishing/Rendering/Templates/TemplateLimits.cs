using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Filters;
using Fluid.Values;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Limits what a template takes beside its steps. Fluid allocates a range, <c>(1..n)</c>, before the loop's first step,
/// and a string that doubles takes hardly any steps.
/// </summary>
internal sealed class TemplateLimits : AstRewriter
{
    public const int MostNumbers = 10_000;

    /// <summary>The template with its ranges limited, and with all that it makes counted.</summary>
    public static IFluidTemplate On(IFluidTemplate template) => new TemplateLimits().VisitTemplate(template);

    /// <summary>Replaces the filters whose result may be larger than all that they are given.</summary>
    public static void Limit(FilterCollection filters)
    {
        filters.AddFilter("replace", Replace);
        filters.AddFilter("join", Join);
    }

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) => new Range(rangeExpression);

    protected override Expression VisitFilterExpression(FilterExpression filterExpression) =>
        new Filter(base.VisitFilterExpression(filterExpression));

    protected override Statement VisitOutputStatement(OutputStatement outputStatement) =>
        new Output(base.VisitOutputStatement(outputStatement));

    protected override Statement VisitTextSpanStatement(TextSpanStatement textSpanStatement) =>
        new Output(textSpanStatement);

    protected override Statement VisitRawStatement(RawStatement rawStatement) => new Output(rawStatement);

    protected override Statement VisitCycleStatement(CycleStatement cycleStatement) =>
        new Output(base.VisitCycleStatement(cycleStatement));

    private static ValueTask<FluidValue> Replace(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var (text, old, with) = (
            input.ToStringValue(), arguments.At(0).ToStringValue(), arguments.At(1).ToStringValue());
        if (old.Length > 0 && with.Length > old.Length)
        {
            TemplateBudget.Of(context).Demand((long)text.AsSpan().Count(old) * with.Length);
        }

        return StringFilters.Replace(input, arguments, context);
    }

    private static ValueTask<FluidValue> Join(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (input is ArrayValue array)
        {
            var separator = arguments.At(0).ToStringValue().Length;
            TemplateBudget.Of(context).Demand(array.Values.Sum(v => (long)v.ToStringValue().Length + separator));
        }

        return ArrayFilters.Join(input, arguments, context);
    }

    private sealed class Range(RangeExpression range) : Expression
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

    private sealed class Filter(Expression filter) : Expression
    {
        /// <summary>About as many characters as an element of an array takes room of.</summary>
        private const int CharactersOfAnElement = 16;

        public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
        {
            var result = await filter.EvaluateAsync(context);
            TemplateBudget.Of(context).Take(result switch
            {
                StringValue text => text.ToStringValue().Length,
                ArrayValue array => array.Values.Count * CharactersOfAnElement,
                _ => 1,
            });
            return result;
        }

        protected override Expression Accept(AstVisitor visitor) => this;
    }

    private sealed class Output(Statement statement) : Statement
    {
        public override ValueTask<Completion> WriteToAsync(
            TextWriter output, TextEncoder encoder, TemplateContext context) =>
            statement.WriteToAsync(
                output as CountingWriter ?? new CountingWriter(output, TemplateBudget.Of(context)), encoder, context);

        protected override Statement Accept(AstVisitor visitor) => this;
    }
}

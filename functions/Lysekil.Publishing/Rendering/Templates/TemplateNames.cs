using System.Collections.Frozen;
using Fluid;
using Fluid.Ast;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Collects what a template names: variables and their members, filters, and what it sets itself. A name that does not
/// exist outputs nothing, so that a slip goes unseen.
/// </summary>
internal sealed class TemplateNames : AstVisitor
{
    private const int DeepestChain = 10;

    /// <summary>What Liquid has in any template.</summary>
    private static readonly FrozenSet<string> OfLiquid =
        new[] { "forloop", "tablerowloop", "empty", "blank", "nil", "null", "true", "false" }.ToFrozenSet();

    private readonly FrozenDictionary<string, Type> _given;
    private readonly List<MemberExpression> _members = [];
    private readonly List<FilterExpression> _filters = [];

    /// <summary>What the template sets: the value, or the list of which it is each element.</summary>
    private readonly Dictionary<string, List<(Expression? Value, bool IsElement)>> _own = new(StringComparer.Ordinal);

    private TemplateNames(FrozenDictionary<string, Type> given) => _given = given;

    /// <summary>The names in a template.</summary>
    /// <param name="template">The template, as it was parsed.</param>
    /// <param name="given">The variables that it is given.</param>
    public static TemplateNames In(IFluidTemplate template, FrozenDictionary<string, Type> given)
    {
        var names = new TemplateNames(given);
        names.VisitTemplate(template);
        return names;
    }

    public IReadOnlyList<FilterExpression> Filters => _filters;

    /// <summary>
    /// The variables and members that do not exist, each once: what leads to it, the name, and the names that do exist
    /// there.
    /// </summary>
    public IEnumerable<(string Path, string Name, IEnumerable<string> Known)> Unknown() =>
        _members.Select(UnknownIn).OfType<(string Path, string Name, IEnumerable<string> Known)>()
            .DistinctBy(u => (u.Path, u.Name));

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        _members.Add(memberExpression);
        return base.VisitMemberExpression(memberExpression);
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        _filters.Add(filterExpression);
        return base.VisitFilterExpression(filterExpression);
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        Set(assignStatement.Identifier, assignStatement.Value, isElement: false);
        return base.VisitAssignStatement(assignStatement);
    }

    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        Set(captureStatement.Identifier, null, isElement: false);
        return base.VisitCaptureStatement(captureStatement);
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        Set(forStatement.Identifier, forStatement.Source, isElement: true);
        return base.VisitForStatement(forStatement);
    }

    protected override Statement VisitTableRowStatement(TableRowStatement tableRowStatement)
    {
        Set(tableRowStatement.Identifier, tableRowStatement.Source, isElement: true);
        return base.VisitTableRowStatement(tableRowStatement);
    }

    protected override Statement VisitIncrementStatement(IncrementStatement incrementStatement)
    {
        Set(incrementStatement.Identifier, null, isElement: false);
        return base.VisitIncrementStatement(incrementStatement);
    }

    protected override Statement VisitDecrementStatement(DecrementStatement decrementStatement)
    {
        Set(decrementStatement.Identifier, null, isElement: false);
        return base.VisitDecrementStatement(decrementStatement);
    }

    private void Set(string name, Expression? value, bool isElement)
    {
        if (!_own.TryGetValue(name, out var values))
        {
            _own[name] = values = [];
        }

        values.Add((value, isElement));
    }

    private (string Path, string Name, IEnumerable<string> Known)? UnknownIn(MemberExpression member)
    {
        var (type, path) = (typeof(object), "");
        for (var i = 0; i < member.Segments.Count; i++)
        {
            if (member.Segments[i] is not IdentifierSegment { Identifier: var name })
            {
                return null;
            }

            var next = i == 0 ? RootOf(name, 0) : MemberOf(type, name);
            if (next is null)
            {
                return (path, name, i == 0 ? _given.Keys.Concat(_own.Keys) : TemplateVariables.MembersOf(type).Keys);
            }

            (type, path) = (next, $"{path}{name}.");
        }

        return null;
    }

    /// <summary>The type of a variable; <see cref="object"/> if any may be, <c>null</c> if there is none.</summary>
    private Type? RootOf(string name, int depth) =>
        OfLiquid.Contains(name) ? typeof(object)
        : !_own.TryGetValue(name, out var values) ? _given.GetValueOrDefault(name)
        : values is [var (value, isElement)] && !_given.ContainsKey(name) && depth < DeepestChain
            ? TypeOf(value, isElement, depth)
        : typeof(object);

    private Type TypeOf(Expression? value, bool isElement, int depth)
    {
        if (value is not MemberExpression { Segments: var segments })
        {
            return typeof(object);
        }

        Type? type = null;
        foreach (var segment in segments)
        {
            type = segment is not IdentifierSegment { Identifier: var name } ? typeof(object)
                : type is null ? RootOf(name, depth + 1)
                : MemberOf(type, name);
            if (type is null)
            {
                return typeof(object);
            }
        }

        return isElement ? ElementOf(type!) : type!;
    }

    /// <summary>The type of a member; <c>null</c> if a model has no such.</summary>
    private static Type? MemberOf(Type type, string name) =>
        TemplateVariables.IsModel(type)
            ? TemplateVariables.MembersOf(type).GetValueOrDefault(name)
            : name is "first" or "last" ? ElementOf(type) : typeof(object);

    private static Type ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? type.GetGenericArguments()[0]
            : typeof(object);
}

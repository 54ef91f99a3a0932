namespace Lysekil.Local.Functions;

/// <summary>Which process runs the functions.</summary>
internal enum FunctionsMode
{
    /// <summary>The runner itself.</summary>
    InProcess,

    /// <summary>The function app, which the developer starts with Azure Functions Core Tools.</summary>
    External,
}

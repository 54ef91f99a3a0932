namespace Lysekil.Local.Functions;

/// <summary>Who does the functions' work.</summary>
internal enum FunctionsMode
{
    /// <summary>The runner itself.</summary>
    InProcess,

    /// <summary>The function app, started by somebody else with Azure Functions Core Tools.</summary>
    External,
}

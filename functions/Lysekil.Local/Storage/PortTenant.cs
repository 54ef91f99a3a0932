namespace Lysekil.Local.Storage;

/// <summary>Who listens on a port.</summary>
internal enum PortTenant
{
    Nobody,

    /// <summary>The service of Azurite that belongs there.</summary>
    Azurite,

    Somebody,
}

namespace Lysekil.Desk.SignIn;

/// <summary>How editors sign in.</summary>
public enum SignInMode
{
    /// <summary>App Service signs them in with Microsoft Entra and tells the desk of it in a header.</summary>
    Platform,

    /// <summary>Whatever calls from this machine has the roles of the laptop; nothing else may call.</summary>
    Laptop,
}

namespace InvoiceSync.Access;

/// <summary>How a person proved who they are when a session began.</summary>
public enum SignInWay
{
    Password,
    TwoStep,
    Passkey,
    Sso,
}

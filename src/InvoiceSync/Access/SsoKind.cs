namespace InvoiceSync.Access;

/// <summary>Which language an identity provider speaks.</summary>
public enum SsoKind
{
    Oidc,
    Saml,
}

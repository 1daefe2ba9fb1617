namespace InvoiceSync.Access;

/// <summary>Why a member is kept out of a company although their session lives: its own sign-in is required, or their network is not on its list.</summary>
public enum EntryBar
{
    SsoRequired,
    NetworkNotAllowed,
}

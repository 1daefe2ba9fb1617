namespace InvoiceSync.Access;

/// <summary>How a company's people come in: by password only, as they like, or, after a week's grace, by its own provider only.</summary>
public enum SsoMode
{
    Off,
    Mixed,
    Required,
}

namespace InvoiceSync.Fiscal;

/// <summary>Whether the duty to file a document rests, since ANAF is down for a day or more: it does now, or it did within its five days.</summary>
public enum DutyRest
{
    None,
    Was,
    Now,
}

namespace InvoiceSync.Audit;

/// <summary>What in the log gives cause for an alert.</summary>
public enum AlertKind
{
    /// <summary>One person deleted, voided, removed or erased much in a short time.</summary>
    MassDelete,

    /// <summary>A person signed in from a network they never came from.</summary>
    NewNetwork,

    /// <summary>Somebody took the log out of the house.</summary>
    LogExported,

    /// <summary>Many attempts were refused or failed in a short time.</summary>
    ManyRefused,
}

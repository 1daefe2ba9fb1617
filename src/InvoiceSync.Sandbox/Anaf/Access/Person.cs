namespace InvoiceSync.Sandbox.Anaf.Access;

/// <summary>Whoever's certificate signed in, and the companies they may act for; no list means all of them.</summary>
sealed record Person(string Serial, IReadOnlyList<string>? Cifs)
{
    public bool HasAny => Cifs is null or { Count: > 0 };

    public bool MayActFor(string cif) => Cifs?.Contains(cif) ?? true;
}

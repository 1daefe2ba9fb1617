namespace InvoiceSync.Customers.Model;

/// <summary>A person's CNP. A class of its own, so that the audit log names its change and copies no digit of it.</summary>
sealed record PersonalNumber(string Digits)
{
    public override string ToString() => Cnp.Masked(Digits);
}

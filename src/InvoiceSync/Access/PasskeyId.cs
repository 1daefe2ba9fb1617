using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names one passkey of a person; outside pky_….</summary>
public readonly record struct PasskeyId(Guid Value) : IId<PasskeyId>
{
    public static string Prefix => "pky";

    public static PasskeyId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}

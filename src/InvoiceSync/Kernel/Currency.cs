namespace InvoiceSync.Kernel;

/// <summary>An ISO 4217 code in capitals (EN 16931 BT-5) and its minor-unit digits: 0, 2 or 3.</summary>
public readonly record struct Currency
{
    // ISO 4217 list one, where the exponent is not 2. Stripe's own exponents differ and live with the Stripe connector.
    static readonly HashSet<string> NoDecimals =
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"];

    static readonly HashSet<string> ThreeDecimals = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    public static readonly Currency Ron = new("RON");
    public static readonly Currency Eur = new("EUR");

    public Currency(string code)
    {
        if (code is not { Length: 3 } || !code.All(char.IsAsciiLetter))
            throw new RuleBrokenException(MoneyErrors.CurrencyUnknown);
        Code = code.ToUpperInvariant();
    }

    public string Code { get => field ?? "RON"; }

    public int Decimals => NoDecimals.Contains(Code) ? 0 : ThreeDecimals.Contains(Code) ? 3 : 2;

    /// <summary>Commercial rounding (half away from zero) to this currency's minor unit.</summary>
    public decimal Round(decimal amount) => Math.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    // A currency nobody set is the leu, and equal to it.
    public bool Equals(Currency other) => Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Code;
}

namespace InvoiceSync.Kernel;

/// <summary>A typed key: a UUIDv7 inside, and outside a prefix with 26 Crockford base-32 digits, like inv_01jd….</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    static abstract string Prefix { get; }

    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

namespace InvoiceSync.Benchmarks.Harness;

/// <summary>The work measured was done wrong, so its time means nothing.</summary>
sealed class WrongResultException(string what) : Exception(what)
{
    public static void Unless(bool right, string what)
    {
        if (!right) throw new WrongResultException(what);
    }
}

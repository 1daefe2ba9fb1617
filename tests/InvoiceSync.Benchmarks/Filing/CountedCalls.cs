namespace InvoiceSync.Benchmarks.Filing;

/// <summary>How many calls went out to providers.</summary>
sealed class CountedCalls
{
    int made;

    public int Made => Volatile.Read(ref made);

    public DelegatingHandler Handler() => new Counting(this);

    sealed class Counting(CountedCalls counter) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref counter.made);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

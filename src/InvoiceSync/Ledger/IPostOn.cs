using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Ledger;

/// <summary>
/// Says what an event means in money. Whoever raises such an event posts by that: it is asked in the very commit, so no use
/// case can forget to. Implementations are found by reflection, hold nothing and ask nobody.
/// </summary>
public interface IPostOn<in TEvent, in TSource> where TEvent : Event where TSource : Aggregate
{
    IEnumerable<Posting> Of(TEvent happened, TSource source);
}

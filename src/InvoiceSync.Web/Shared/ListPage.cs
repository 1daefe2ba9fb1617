using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Shared;

/// <summary>
/// A list read page by page, by key: anew under another filter, further when somebody asks for more, and again as far down as it
/// goes when something in it changed.
/// </summary>
public abstract class ListPage<TQuery, TRow> : PageBase
    where TQuery : class, IQuery<Page<TRow>>, IEquatable<TQuery>
{
    protected const int EachPage = 50;

    // As many as each list answers at once.
    const int MostAtOnce = 200;

    TQuery? shown, read;
    PageKey? next;

    /// <summary>Null until something was read.</summary>
    protected List<TRow>? Rows { get; private set; }

    protected IReadOnlySet<Guid> Changed { get; private set; } = new HashSet<Guid>();

    protected bool HasMore => next is not null;

    protected bool IsReading { get; private set; }

    /// <summary>Why the last page of the list could not be read.</summary>
    protected Error? Unread { get; private set; }

    /// <summary>What a screen reader says of the list.</summary>
    protected string? Spoken { get; set; }

    /// <summary>Of what it is told when something changes.</summary>
    protected abstract string Topic { get; }

    /// <summary>What the address asks for.</summary>
    protected abstract TQuery Filter(PageKey? after = null, int take = EachPage);

    protected abstract Guid KeyOf(TRow row);

    protected abstract string Said(int count);

    protected override void OnInitialized() => Listen(Heard, Topic);

    protected override async Task OnParametersSetAsync()
    {
        if (Filter().Equals(shown)) return;
        shown = Filter();
        await Load();
    }

    protected async Task Load()
    {
        var asked = Filter();
        var page = await Read(asked);
        if (!asked.Equals(Filter())) return; // a newer filter is on its way
        if (page is not null)
        {
            (Rows, next, read) = ([.. page.Rows], page.Next, asked);
            Spoken = Said(Rows.Count);
        }
        else if (!asked.Equals(read))
        {
            (Rows, next) = (null, null); // the rows of another filter are no answer to this one
        }
    }

    protected async Task More()
    {
        var asked = Filter();
        IsReading = true;
        var page = await Read(Filter(next));
        IsReading = false;
        if (page is null || Rows is null || !asked.Equals(Filter())) return;
        Rows.AddRange(page.Rows.ExceptBy(Rows.Select(KeyOf), KeyOf));
        next = page.Next;
    }

    /// <summary>A new name may move a row anywhere: what is shown is read again.</summary>
    protected virtual async Task Refresh(IReadOnlySet<Guid> ids)
    {
        var (asked, wanted) = (Filter(), Rows!.Count);
        List<TRow> again = [];
        PageKey? end = null;
        do
        {
            var page = await Read(Filter(end, Math.Clamp(wanted - again.Count, EachPage, MostAtOnce)));
            if (page is null || !asked.Equals(Filter())) return;
            again.AddRange(page.Rows.ExceptBy(again.Select(KeyOf), KeyOf));
            end = page.Next;
        }
        while (end is not null && again.Count < wanted);
        (Rows, next) = (again, end);
    }

    async Task Heard(IReadOnlySet<Guid> ids)
    {
        if (Rows is null) return;
        await Refresh(ids);
        Changed = ids;
    }

    async Task<Page<TRow>?> Read(TQuery query)
    {
        var page = await Ask(query);
        Unread = Trouble;
        return page;
    }
}

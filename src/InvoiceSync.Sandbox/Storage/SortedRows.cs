namespace InvoiceSync.Sandbox.Storage;

/// <summary>Rows oldest first by (created, sequence). Appending is the usual case and costs nothing.</summary>
sealed class SortedRows
{
    public static readonly SortedRows Empty = new();

    readonly List<Row> rows = [];

    public int Count => rows.Count;

    public Row this[int position] => rows[position];

    public void Add(Row row)
    {
        if (rows.Count == 0 || Order.Compare(rows[^1], row) < 0) rows.Add(row);
        else rows.Insert(~rows.BinarySearch(row, Order), row);
    }

    public void Remove(Row row)
    {
        var position = PositionOf(row);
        if (position >= 0) rows.RemoveAt(position);
    }

    public int PositionOf(Row row) => rows.BinarySearch(row, Order);

    /// <summary>Where the row stands, or would stand: a cursor may point at a row this list does not hold.</summary>
    public int FirstNotBefore(Row row)
    {
        var position = rows.BinarySearch(row, Order);
        return position >= 0 ? position : ~position;
    }

    static readonly Comparer<Row> Order = Comparer<Row>.Create((a, b) =>
        a.Created != b.Created ? a.Created.CompareTo(b.Created) : a.Sequence.CompareTo(b.Sequence));
}

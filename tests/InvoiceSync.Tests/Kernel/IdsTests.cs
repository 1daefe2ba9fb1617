using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Kernel;

public sealed class IdsTests
{
    const string Good = "inv_00000000000000000000000000";

    public static TheoryData<Type> Kinds => [.. TypedIdConverter.IdTypes()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_id_reads_what_it_writes(Type kind) =>
        typeof(IdsTests).GetMethod(nameof(ReadsWhatItWrites), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(kind).Invoke(null, []);

    [Fact]
    public void Every_kind_of_id_has_a_short_prefix_of_its_own()
    {
        var prefixes = TypedIdConverter.IdTypes().Select(k => (string)k.GetProperty("Prefix")!.GetValue(null)!).ToList();
        Assert.Distinct(prefixes);
        Assert.All(prefixes, p => Assert.Matches("^[a-z]{3}$", p));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("inv_")]
    [InlineData("sal_00000000000000000000000000")]
    [InlineData("INV_00000000000000000000000000")]
    [InlineData("inv-00000000000000000000000000")]
    [InlineData("inv_0000000000000000000000000")]
    [InlineData("inv_000000000000000000000000000")]
    [InlineData("inv_80000000000000000000000000")]
    [InlineData("inv_0000000000000000000000000u")]
    [InlineData("inv_0000000000000000000000000A")]
    [InlineData("inv_0000000000000000000000000\u0660")]
    [InlineData("inv_0000000000000000000000000\0")]
    [InlineData(" inv_0000000000000000000000000")]
    [InlineData("inv_0000000000000000000000000'")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void Hostile_text_is_no_id(string? text)
    {
        Assert.False(Ids.TryParse<InvoiceId>(text, out var id));
        Assert.Equal(default, id);
        Assert.True(Ids.TryParse<InvoiceId>(Good, out _));
    }

    [Fact]
    public void New_ids_grow_with_time_as_keys_and_as_text()
    {
        var clock = new TestClock();
        var ids = new List<SaleId>();
        for (var n = 0; n < 50; n++, clock.Pass(TimeSpan.FromMilliseconds(7))) ids.Add(clock.New<SaleId>());

        Assert.Equal(ids.Select(i => i.ToText()), ids.Select(i => i.ToText()).Order(StringComparer.Ordinal));
    }

    static void ReadsWhatItWrites<TId>() where TId : struct, IId<TId>
    {
        var random = new Random(7);
        var bytes = new byte[16];
        for (var n = 0; n < 200; n++)
        {
            random.NextBytes(bytes);
            var id = TId.From(new Guid(n == 0 ? new byte[16] : n == 1 ? [.. Enumerable.Repeat((byte)255, 16)] : bytes));
            Assert.True(Ids.TryParse<TId>(id.ToText(), out var read));
            Assert.Equal(id, read);
            Assert.Equal(id.ToText(), id.ToString());
        }
    }
}

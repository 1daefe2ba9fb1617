using InvoiceSync.Tenancy;

namespace InvoiceSync.Tests.Tenancy;

public sealed class MasterKeyTests
{
    [Fact]
    public void Its_text_is_its_name_alone() => Assert.Equal("master key k1", $"{new MasterKey("k1", [.. Enumerable.Repeat((byte)65, 32)])}");

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused_before_anything_is_sealed_with_it(int length) =>
        Assert.Throws<ArgumentException>(() => new MasterKey("k1", new byte[length]).Bytes.Length);
}

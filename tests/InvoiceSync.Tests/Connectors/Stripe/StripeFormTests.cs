using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Connectors.Stripe;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeFormTests
{
    [Fact]
    public void Anything_written_is_read_back_the_same_in_the_same_order()
    {
        var text = ArbMap.Default.ArbFor<NonNull<string>>().Generator.Select(s => s.Get).Where(IsText);
        var pairs = Arb.From(Gen.ListOf(text.Where(s => s.Length > 0).Zip(text)));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(pairs, list =>
        {
            var form = list.Aggregate(new StripeForm(), (f, p) => f.Add(p.Item1, p.Item2));
            return Asked.Decode(form.ToString()).SequenceEqual(form.Pairs) && form.ToString().All(char.IsAscii);
        }));
    }

    [Fact]
    public void Values_are_written_as_stripe_reads_them()
    {
        var form = new StripeForm()
            .Add("limit", 100).Add("active", true).Add("price", 1.50m).Add("none", null).Add("clear", "")
            .Add("created[gte]", DateTimeOffset.FromUnixTimeSeconds(1_763_000_000))
            .Add("created[lt]", DateTimeOffset.FromUnixTimeSeconds(1_763_000_000).AddMilliseconds(1))
            .AddEach("expand", "a", "b").AddEach("empty");

        Assert.Equal(
            "limit=100&active=true&price=1.50&clear=&created[gte]=1763000000&created[lt]=1763000001&expand[0]=a&expand[1]=b&empty=",
            form.ToString());
    }

    [Fact]
    public void The_path_before_the_api_is_kept_and_no_id_climbs_out_of_it()
    {
        var call = StripeCall.Get($"/v1/customers/{StripeCall.Segment("a b/../c?d#e")}", new StripeForm().Add("limit", 1));

        Assert.Equal("http://127.0.0.1:5000/stripe/v1/customers/a%20b%2F..%2Fc%3Fd%23e?limit=1", call.At(new("http://127.0.0.1:5000/stripe/")).AbsoluteUri);
        Assert.All(new[] { "", ".", "..", new string('x', 256) }, id => Assert.Throws<StripeShapeException>(() => StripeCall.Segment(id)));
    }

    // A lone surrogate is no text: nothing on the wire can carry it.
    static bool IsText(string s) => !s.Any(char.IsSurrogate);
}

using System.Collections.Frozen;
using InvoiceSync.Fiscal.Rulebook;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>Code lists as ANAF's rules 1.0.9 have them, which is not always what EN 16931 has today.</summary>
static class Codes
{
    /// <summary>BR-CL-03, BR-CL-04: knows withdrawn ones like BGN and HRK, not MRU, SLE, VES, XCG, ZWG.</summary>
    public static readonly FrozenSet<string> Currencies = CodeLists.Of("currencies");

    /// <summary>BR-CL-16, UNTDID 4461.</summary>
    public static readonly FrozenSet<string> PaymentMeans = CodeLists.Of("means");

    /// <summary>BR-CL-20, UNTDID 7161.</summary>
    public static readonly FrozenSet<string> ChargeReasons = CodeLists.Of("charges");

    /// <summary>BR-CL-22.</summary>
    public static readonly FrozenSet<string> Exemptions = CodeLists.Of("exemptions");

    /// <summary>BR-CL-23: of the 2162 units of UNECE Rec 20 and 21 those an invoice of ours may carry.</summary>
    public static readonly FrozenSet<string> Units =
    [
        "H87", "C62", "XPP", "EA", "NAR", "PR", "SET", "DZN", "CEN", "MIL", "HUR", "MIN", "SEC", "DAY", "WEE", "MON", "ANN", "KGM", "GRM", "MGM", "TNE", "LTR", "MLT", "HLT", "MTR", "CMT", "MMT", "KMT", "MTK", "CMK",
        "MTQ", "CMQ", "KWH", "MWH", "WHR", "GJ", "JOU", "KWT", "AMP", "VLT", "XBX", "XPK", "XCT", "XBO", "XBG", "XPX", "XCS", "XRO", "XSA", "LS", "E48", "E49", "E51", "KMH", "2N", "P1", "AD", "4L", "2P", "E34", "E35", "ZZ",
        "IE", "NMP", "SX", "ACT", "QAN", "MQH", "A99", "IU", "LM", "RM",
    ];
}

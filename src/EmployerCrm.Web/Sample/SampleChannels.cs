using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>Two contacts in three are in person.</summary>
internal static class SampleChannels
{
    private static readonly (Channel Channel, double Weight)[] Shares =
        [(Channel.InPerson, 64), (Channel.Phone, 18), (Channel.Email, 10), (Channel.Text, 4), (Channel.Video, 4)];

    public static Channel Pick(SampleSource source) => source.Pick(Shares, share => share.Weight).Channel;
}

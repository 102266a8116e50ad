using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Acts;

namespace EmployerCrm.Bot.Questions;

/// <summary>"two rivers happened, met Sarah" as the contact that it was.</summary>
internal static class HappenedReading
{
    public static LineReading Of(LineReading reading, DateOnly today)
    {
        if (reading.Act is not Happened happened)
            return reading;
        var told = happened.Told ?? new LineReading { Intent = Intent.LogVisit };
        var on = happened.On is { } day && day <= today ? day : today;
        return happened.Employers switch
        {
            [var only] => told with { Intent = Intent.LogVisit, Act = happened, EmployerId = only.Id, Employer = only.Name, Ambiguous = [], Date = on, Time = happened.At, Ask = null },
            var several => told with { Intent = Intent.LogVisit, Act = happened, EmployerId = null, Employer = null, Ambiguous = several, Date = on, Time = happened.At, Ask = null },
        };
    }
}

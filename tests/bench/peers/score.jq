# The rows of the benchmark's work in jq; it leaves the percentiles out.
#   jq -r --slurpfile plan PLAN.json -f score.jq RESPONSES.jsonl > ROWS.csv
def half_up: (2000 * .[0] + .[1]) / (2 * .[1]) | floor;
def text: if . == null then "" else "\(. / 1000 | floor).\(. % 1000 + 1000 | tostring | .[1:])" end;
def yes: if . then "yes" else "no" end;

$plan[0] as $plan
| (reduce ($plan.levels | to_entries[]) as $level ({}; .[$level.value.title] = $level.key | .[$level.key | tostring] = $level.key)) as $levels
| (.answers | with_entries(select(.value != null) | .value |= $levels[tostring])) as $answers
| [ $plan.dimensions[]
    | (.practices | length) as $all
    | [.practices[] | select($answers[.id] != null)] as $known
    | if ($known | length) * $plan.withhold[1] < $all * $plan.withhold[0] then null
      else [([$known[] | .weight * $answers[.id]] | add), ([$known[].weight] | add)] end
  ] as $points
| (if any($points[]; . == null) then null
   else reduce $points[] as $point ([0, 1]; [.[0] * $point[1] + $point[0] * .[1], .[1] * $point[1]])
        | [.[0], .[1] * ($points | length)] end) as $overall
| ($answers | length) as $known
| ([$answers[]] | group_by(.) | map(length) | max // 0) as $most
| ([$plan.dimensions[] | [.practices[] | $answers[.id]] | select(all(. != null) and (unique | length) == 1)] | length) as $flat
| $plan.straight_lining as $straight
| (($known >= $straight.questions and $most * $straight.share[1] >= $known * $straight.share[0])
   or $flat >= $straight.dimensions) as $straight_lining
| [.id, .organisation, .role, (.finished | yes), $known, ([$plan.dimensions[].practices[]] | length), ($straight_lining | yes),
   (([$overall] + $points)[] | if . == null then "" else half_up | text end)]
| join(",")

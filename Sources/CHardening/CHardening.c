#include "CHardening.h"
